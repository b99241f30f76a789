"""What h5py sees in HDF5 files, and what it makes of them: the tests' second opinion.

h5py_look.py dump FILE...           one line of JSON per file: each object's path, shape, dtype, bytes and attributes
h5py_look.py rewrite FROM TO FORM   copies a file with another HDF5 encoding (see FORMS)
h5py_look.py trap KIND FILE          makes a file that is sound HDF5 and that no reader of models should follow (see trap)
"""
import json
import sys
import zlib

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


def trap(kind, path):
    with h5py.File(path, "w") as f:
        group = f.create_group("model_weights/dense")
        if kind == "circle":
            group["again"] = f["model_weights"]
        elif kind == "depth":
            for _ in range(2000):
                group = group.create_group("a")
        elif kind == "soft link":
            group["kernel:0"] = h5py.SoftLink("/model_weights/dense")
        elif kind == "external data":
            group.create_dataset("kernel:0", (4,), "<f4", external=[("/etc/passwd", 0, 16)])
        elif kind == "virtual":
            layout = h5py.VirtualLayout((4,), "<f4")
            layout[:] = h5py.VirtualSource("other.h5", "x", (4,))
            group.create_virtual_dataset("kernel:0", layout)
        elif kind == "absent":
            group.create_dataset("kernel:0", (1 << 20, 1 << 20), "<f4")
        elif kind == "absent chunks":
            group.create_dataset("kernel:0", (1 << 14, 1 << 14), "<f4", chunks=(64, 64), compression="gzip")
        elif kind == "bomb":
            dataset = group.create_dataset("kernel:0", (1 << 16, 16), "<f4", chunks=(1 << 16, 16), compression="gzip")
            dataset.id.write_direct_chunk((0, 0), zlib.compress(bytes(1 << 27), 9))
        elif kind == "short chunk":
            dataset = group.create_dataset("kernel:0", (4, 4), "<f4", chunks=(4, 4), compression="gzip")
            dataset.id.write_direct_chunk((0, 0), zlib.compress(bytes(60)))
        elif kind == "bytes":
            group.create_dataset("kernel:0", data=np.zeros(4, np.uint8))
        elif kind == "half":
            group.create_dataset("kernel:0", data=np.zeros(4, np.float16))
        elif kind == "strings":
            group.create_dataset("kernel:0", data=[b"a", b"b"])
        elif kind == "compound":
            group.attrs["x"] = np.zeros(2, [("a", "<f4"), ("b", "<i4")])
        elif kind == "null":
            group.attrs["x"] = h5py.Empty("f")
        elif kind == "filter":
            group.create_dataset("kernel:0", data=np.arange(100), chunks=(100,), compression="lzf")


if __name__ == "__main__":
    if sys.argv[1] == "dump":
        for name in sys.argv[2:]:
            dump(name)
    elif sys.argv[1] == "rewrite":
        rewrite(*sys.argv[2:])
    else:
        trap(*sys.argv[2:])
