"""What h5py sees in HDF5 files, and what it makes of them: the tests' second opinion.

h5py_look.py dump FILE...           one line of JSON per file: each object's path, shape, dtype, bytes and attributes
h5py_look.py rewrite FROM TO FORM   copies a file with another HDF5 encoding (see FORMS)
"""
import json
import sys

import h5py
import numpy as np

FORMS = {
    "plain": {},
    "latest": {"libver": "latest"},
    "gzip": {"compression": "gzip"},
    "gzip-shuffle-checksum": {"compression": "gzip", "shuffle": True, "fletcher32": True},
    "chunks": {"small_chunks": True},
    "checksum": {"fletcher32": True},
    "big-endian": {"byteorder": ">"},
    "fixed-strings": {"fixed": True},
    "creation-order": {"track_order": True},
}


def text(value):
    return value.decode() if isinstance(value, bytes) else str(value)


def attribute(value):
    if isinstance(value, (str, bytes)):
        return text(value)
    if value.dtype.kind in "OSU":
        return [text(v) for v in value]
    return {"dtype": str(value.dtype), "shape": list(value.shape), "data": value.tobytes().hex()}


def describe(node):
    found = {"attrs": {k: attribute(v) for k, v in node.attrs.items()}}
    if isinstance(node, h5py.Dataset):
        value = node[()]
        found.update(shape=list(node.shape), dtype=str(node.dtype), data=np.asarray(value).tobytes().hex())
    return found


def dump(path):
    with h5py.File(path, "r") as f:
        nodes = {"": describe(f)}
        f.visititems(lambda name, node: nodes.__setitem__(name, describe(node)))
    print(json.dumps(nodes))


def rewrite(source, target, form):
    form = dict(FORMS[form])
    order = form.pop("track_order", None)
    byteorder, fixed, small = form.pop("byteorder", "<"), form.pop("fixed", False), form.pop("small_chunks", False)
    with h5py.File(source, "r") as f, h5py.File(target, "w", libver=form.pop("libver", None), track_order=order) as g:
        def copy(name, node):
            if isinstance(node, h5py.Dataset):
                value = np.asarray(node[()])
                options = dict(form) if value.ndim and value.size else {}
                if small and value.ndim and value.size:
                    options["chunks"] = tuple(max(1, (d + 1) // 2) for d in value.shape)
                made = g.create_dataset(name, data=value.astype(value.dtype.newbyteorder(byteorder)), **options)
            else:
                made = g.require_group(name)
            for key, value in node.attrs.items():
                if fixed and isinstance(value, np.ndarray) and value.dtype.kind == "O":
                    value = np.array([v.encode() if isinstance(v, str) else v for v in value])
                elif fixed and isinstance(value, str):
                    value = np.bytes_(value.encode())
                made.attrs[key] = value

        copy("/", f)
        f.visititems(copy)


if __name__ == "__main__":
    if sys.argv[1] == "dump":
        for name in sys.argv[2:]:
            dump(name)
    else:
        rewrite(*sys.argv[2:])
