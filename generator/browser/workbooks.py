"""The library that reads workbooks, packed for the browser; only a page that is given a workbook loads it."""

import hashlib
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from generator.browser.errors import StagingError

PACKAGES = ("et_xmlfile", "openpyxl")
FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # of archives: the same bytes for the same sources


def pack_workbooks(folder: Path) -> str:
    """Write the Python files of the library into an archive in `folder`; return its name, which tells its content.

    Raises StagingError where a package is not installed.
    """
    sources: dict[str, bytes] = {}
    for package in PACKAGES:
        try:
            found = files(package) or ()
        except PackageNotFoundError as error:
            raise StagingError(f"the package {package} is missing; install requirements.txt") from error
        sources |= {str(file): Path(str(file.locate())).read_bytes() for file in found if file.suffix == ".py"}
    digest = hashlib.sha256(b"\0".join(name.encode() + content for name, content in sorted(sources.items())))
    name = f"workbooks-{digest.hexdigest()[:12]}.zip"
    with ZipFile(folder / name, "w") as archive:
        for path, content in sorted(sources.items()):
            archive.writestr(ZipInfo(path, FIRST_DAY), content, ZIP_DEFLATED)
    return name
