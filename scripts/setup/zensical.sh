#!/usr/bin/env bash
# Build the Chinese pages once more with another generator, Zensical: zensical.sh PYTHON. Says whether every page came out.
# The site must not depend on one generator alone; this one is young, so a failure is news, not an error of ours.
set -euo pipefail

python=$1
cd "$(dirname "$0")/../.."
home=.cache/zensical
work=build/zensical

if [[ ! -x $home/bin/zensical ]]; then
    "$python" -m venv "$home"
    scripts/setup/install.sh "$home/bin/python" --require-hashes -r requirements-zensical.lock
fi

rm -rf "$work"
mkdir -p "$work/build"
cp mkdocs.yml "$work/"
cp -R build/pages "$work/build/pages"
(cd "$work" && "../../$home/bin/zensical" build)

pages() { (cd "$1" && find . -name '*.html' -not -path './en/*' | LC_ALL=C sort); }
diff <(pages build/site) <(pages "$work/build/site")
echo "Zensical 生成了同样的 $(pages "$work/build/site" | wc -l) 页。 Zensical built the same pages."
