# What a person types here. Everything lands in .venv, build/ and .cache/; nothing else of the machine is touched,
# except that `make test` run by root on Debian or Ubuntu installs a browser, LibreOffice and a Chinese font when missing.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:

PYTHON ?= python3
WORKERS ?= 2
VENV := .venv
BIN := $(VENV)/bin
MADE := $(VENV)/.made
PIP := scripts/setup/install.sh $(BIN)/python

export NO_MKDOCS_2_WARNING := 1

.PHONY: help site serve test test-quick check pytest format dictionary documents zensical bench gallery handbook lock setup setup-dev browser clean distclean

help: ## 列出这些命令 this list
	@echo '用法 Usage: make TARGET'
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  %-12s %s\n", $$1, $$2}'

site: setup ## 生成公开网站 build the public site into build/site
	@$(BIN)/inspection site
	@echo '在本机浏览 To browse it: make serve'

serve: setup ## 生成并在本机浏览 build the site and serve it on this machine
	@$(BIN)/inspection site --serve

test: check browser pytest ## 全部检查和测试 every check and every test

test-quick: setup-dev ## 快速测试 the tests that need no browser, no whole site and no large ledger
	@$(BIN)/python -m pytest -n $(WORKERS) -m 'not slow'

pytest: setup-dev browser
	@$(BIN)/python -m pytest -n $(WORKERS)

check: setup-dev ## 格式、风格、类型、导入约定 formatter, linter, types, import contract
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo --cache-dir .cache/imports

format: setup-dev ## 整理格式 put the formatting right
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

dictionary: setup ## 重写数据字典 write docs/data-dictionary.md again, from the schemas
	@mkdir -p build
	@$(BIN)/python -X utf8 -m inspection.dictionary > build/data-dictionary.md
	@mv build/data-dictionary.md docs/data-dictionary.md

documents: setup ## 重做 Word 模板 make the Word templates in site/documents again; what was edited in them is lost
	@$(BIN)/python -X utf8 -m inspection.cli.document_templates

zensical: site ## 用另一个生成器再建一遍网站 build the pages once more with another generator, Zensical
	@scripts/setup/zensical.sh $(BIN)/python

bench: setup ## 量性能 measure, and write docs/performance.md again (Linux; about twenty minutes)
	@$(BIN)/python -m benchmarks

gallery: setup-dev browser ## 重拍页面图集 write docs/gallery.md and its pictures again
	@$(BIN)/python -m tests.browser.gallery

handbook: setup-dev browser ## 重拍手册的图 take the pictures of the handbooks again
	@$(BIN)/python -m tests.browser.handbook

setup: $(MADE)/runtime ## 只装运行所需 only set up what the program needs

setup-dev: $(MADE)/dev ## 装好开发所需 also set up what the tests need

browser: ## 装好或说明测试用的浏览器、办公软件和字体 install or name the browser, the office programs and the font of the tests
	@scripts/setup/browser.sh

$(MADE)/venv: scripts/setup/venv.sh
	@scripts/setup/venv.sh $(VENV) $(PYTHON)
	@mkdir -p $(MADE) && touch $@

$(MADE)/runtime: $(MADE)/venv requirements.lock pyproject.toml
	@echo '安装运行所需 Installing what the program needs ...'
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-build-isolation --no-deps --editable .
	@touch $@

$(MADE)/dev: $(MADE)/runtime requirements-dev.lock
	@echo '安装测试所需 Installing what the tests need ...'
	@$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

lock: $(MADE)/venv ## 重算锁定文件 resolve the lock files again
	@scripts/setup/lock.sh $(BIN)/python

clean: ## 删除生成物和缓存 remove what was built and cached
	rm -rf build private .cache .hypothesis .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
	find scripts tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## 连同环境一起删除 remove the environment too
	rm -rf $(VENV) scripts/*.egg-info
