from typing import BinaryIO

from msoffcrypto.format.base import BaseOfficeFile

def OfficeFile(file: BinaryIO) -> BaseOfficeFile: ...
