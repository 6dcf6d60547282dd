"""Why the system refused a file, in the words of whoever reads it."""

import errno

from inspection.finding import Words

_WORDS = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), Words("磁盘已满", "the disk is full")),
    **dict.fromkeys((errno.EACCES, errno.EPERM), Words("没有权限", "permission denied")),
    errno.EROFS: Words("磁盘是只读的", "the disk is read-only"),
    errno.EIO: Words("磁盘读写出错", "the disk cannot be read or written"),
    errno.ENOENT: Words("没有这个文件", "no such file"),
    errno.EISDIR: Words("是目录，不是文件", "it is a folder"),
}


def reason(error: OSError) -> Words:
    """Return why the system refused: in our words where they are known, else in its own."""
    said = error.strerror or str(error)
    return _WORDS.get(error.errno or 0, Words(said, said))
