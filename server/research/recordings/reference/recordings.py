"""For recordings.test.ts: what numpy, nibabel and pandas say of small files: python3 recordings.py writes recordings.json beside it.

numpy 2, nibabel 5, pandas 2. Files are made here, by these libraries themselves, and go into the dump as base64.
"""

import base64
import gzip
import io
import json
import os
import tempfile

import nibabel as nib
import numpy as np
import pandas as pd
from nibabel import cifti2

random = np.random.default_rng(20)
folder = os.path.dirname(os.path.abspath(__file__))
shape = (4, 3, 2, 3)


def moments(values):
    values = np.asarray(values, dtype=np.float64)
    return {
        "mean": values.mean(axis=0).tolist(),
        "standardDeviation": values.std(axis=0).tolist(),
        "minimum": values.min(axis=0).tolist(),
        "maximum": values.max(axis=0).tolist(),
    }


def packed(data):
    return base64.b64encode(data).decode()


def bytes_of(image, ending=".nii"):
    with tempfile.TemporaryDirectory() as place:
        path = os.path.join(place, "image" + ending)
        image.to_filename(path)
        with open(path, "rb") as file:
            return file.read()


def rotation():
    """A turn around two axes with unequal voxels, as a scanner writes it."""
    a, b = 0.3, -0.2
    first = np.array([[1, 0, 0], [0, np.cos(a), -np.sin(a)], [0, np.sin(a), np.cos(a)]])
    second = np.array([[np.cos(b), 0, np.sin(b)], [0, 1, 0], [-np.sin(b), 0, np.cos(b)]])
    affine = np.eye(4)
    affine[:3, :3] = first @ second @ np.diag([-2, 2.5, 3])
    affine[:3, 3] = [30, -40, 12.5]
    return affine


def nifti(kind, endianness, number_type, **how):
    header_type, image_type = {
        1: (nib.Nifti1Header, nib.Nifti1Image),
        2: (nib.Nifti2Header, nib.Nifti2Image),
    }[kind]
    header = header_type(endianness=endianness)
    header.set_data_dtype(np.dtype(number_type).newbyteorder(endianness))
    data = random.integers(0, 100, size=how.get("shape", shape)).astype(number_type)
    if np.issubdtype(data.dtype, np.floating):
        data = (data + random.normal(size=data.shape)).astype(number_type)
    image = image_type(data, rotation(), header=header)
    image.header.set_xyzt_units("mm", how.get("unit", "sec"))
    image.header["pixdim"][4] = how.get("pixdim", 0.8)
    form = how.get("form", "sform")
    image.set_sform(rotation() if form == "sform" else None, 1 if form == "sform" else 0)
    image.set_qform(rotation(), 0 if form == "sform" else 1)
    if "slope" in how:
        image.header.set_slope_inter(how["slope"], how["intercept"])
    raw = bytes_of(image)
    if "slope" in how:
        # nibabel scales on writing; here the stored numbers stay and the header says how to read them.
        raw = bytearray(raw)
        at = 112 if kind == 1 else 176
        code = endianness + ("f4" if kind == 1 else "f8")
        both = np.array([how["slope"], how["intercept"]], dtype=code).tobytes()
        raw[at : at + len(both)] = both
        raw = bytes(raw)
    return raw


def read_nifti(raw):
    image = nib.Nifti1Image.from_bytes(raw) if raw[344:347] == b"n+1" else nib.Nifti2Image.from_bytes(raw)
    return image


def nifti_case(name, kind, endianness, number_type, **how):
    raw = nifti(kind, endianness, number_type, **how)
    image = read_nifti(raw)
    data = image.get_fdata(dtype=np.float64)
    flat = data.reshape(-1, data.shape[3], order="F")
    means = [[flat[labels == label, volume].mean() for label in (1, 2, 5)] for volume in range(data.shape[3])]
    return {
        "name": name + (".nii.gz" if how.get("gz") else ".nii"),
        "base64": packed(gzip.compress(raw, mtime=0) if how.get("gz") else raw),
        "affine": image.affine.tolist(),
        "hopSeconds": how.get("hop", 0.8),
        "all": moments(data.ravel()),
        "means": means,
    }


labels = random.choice([0, 1, 2, 5], size=24)
label_image = nib.Nifti1Image(labels.reshape((4, 3, 2), order="F").astype(np.int16), rotation())
label_image.header.set_intent("label")
label_image.set_sform(rotation(), 1)

cases = [
    nifti_case(f"nifti{kind}-{code}-{'little' if endianness == '<' else 'big'}", kind, endianness, code)
    for kind in (1, 2)
    for endianness in "<>"
    for code in ("u1", "i2", "f4", "i8") + (("i1", "u2", "i4", "u4", "f8", "u8") if endianness == "<>"[kind - 1] else ())
]
cases += [
    nifti_case("scaled", 1, "<", "i2", slope=0.37, intercept=-12.25),
    nifti_case("scaled-second", 2, ">", "i2", slope=0.37, intercept=-12.25),
    nifti_case("qform", 1, "<", "i2", form="qform"),
    nifti_case("qform-second", 2, "<", "i2", form="qform"),
    nifti_case("milliseconds", 1, "<", "i2", unit="msec", pixdim=720, hop=0.72),
    nifti_case("packed", 1, "<", "i2", gz=True),
]


def npy_case(name, array, version=None):
    buffer = io.BytesIO()
    np.lib.format.write_array(buffer, array, version=version, allow_pickle=False)
    matrix = np.atleast_2d(array.T).T.astype(np.float64)
    return {"name": name + ".npy", "base64": packed(buffer.getvalue()), "values": matrix.tolist(), **moments(matrix)}


numbers = random.normal(size=(5, 3)) * 100
npy = [npy_case(f"{code[1:]}-{'big' if code[0] == '>' else 'little'}", (numbers if code[1] == "f" else np.abs(numbers)).astype(code))
       for code in ("<f2", "<f4", ">f4", "<f8", ">f8", "<i2", ">i2", "<i4", ">i4", "<i8", ">i8", "<u2", "<u4", "<u8", "|u1", "|i1")]
npy += [
    npy_case("fortran", np.asfortranarray(numbers)),
    npy_case("one-dimension", numbers[:, 0].copy()),
    npy_case("flags", numbers > 0),
    npy_case("second-version", numbers, (2, 0)),
    npy_case("third-version", numbers, (3, 0)),
]

archive, packed_archive, lone = io.BytesIO(), io.BytesIO(), io.BytesIO()
np.savez(archive, ratings=numbers, envelope=numbers[:, 0])
np.savez_compressed(packed_archive, ratings=numbers, envelope=numbers[:, 0])
np.savez(lone, numbers)
npz = {
    "plain": packed(archive.getvalue()),
    "packed": packed(packed_archive.getvalue()),
    "lone": packed(lone.getvalue()),
    "ratings": numbers.tolist(),
}

model = cifti2.BrainModelAxis.from_mask(np.ones(12, bool), name="cortex_left")
parcels = cifti2.ParcelsAxis.from_brain_models([(name, model[i * 3 : i * 3 + 3]) for i, name in enumerate(["A & B", "C<D", "Ü", "last"])])
times = cifti2.SeriesAxis(start=1.5, step=0.72, size=7)
series = random.normal(size=(7, 4)).astype("f4")
dense = random.normal(size=(7, 12)).astype("f4")
cifti = {
    "base64": packed(bytes_of(cifti2.Cifti2Image(series, (times, parcels)), ".ptseries.nii")),
    "turned": packed(bytes_of(cifti2.Cifti2Image(series.T, (parcels, times)), ".ptseries.nii")),
    "dense": packed(bytes_of(cifti2.Cifti2Image(dense, (times, model)), ".dtseries.nii")),
    "names": list(parcels.name),
    "hopSeconds": 0.72,
    "startSeconds": 1.5,
    "values": series.astype(np.float64).tolist(),
}

# Offsets a million times the deviation, where sums in one pass lose everything.
table = pd.DataFrame({"offset": 1e9 + random.normal(size=1000), "small": random.normal(size=1000) * 1e-9, "whole": random.integers(0, 10, 1000)})
text = table.to_csv(index=False)
again = np.array([[float(cell) for cell in line.split(",")] for line in text.splitlines()[1:]])

dump = {
    "command": "python3 recordings.py",
    "versions": {"numpy": np.__version__, "nibabel": nib.__version__, "pandas": pd.__version__},
    "labels": {"base64": packed(bytes_of(label_image)), "voxels": [int((labels == label).sum()) for label in (1, 2, 5)]},
    "nifti": cases,
    "npy": npy,
    "npz": npz,
    "cifti": cifti,
    "csv": {"text": text, **moments(again)},
}
with open(os.path.join(folder, "recordings.json"), "w") as file:
    json.dump(dump, file)
    file.write("\n")
