"""Office encryption ([MS-OFFCRYPTO]: agile and standard packages, RC4 and RC4 CryptoAPI .doc), by msoffcrypto-tool.

The only module that touches that library, which has no types.
"""

from io import BytesIO

from msoffcrypto import OfficeFile
from msoffcrypto.exceptions import InvalidKeyError
from msoffcrypto.format.base import BaseOfficeFile
from msoffcrypto.format.ooxml import OOXMLFile


class WrongPasswordError(Exception):
    """The password does not open the file."""


class UnknownEncryptionError(Exception):
    """The file is encrypted in a way that is not known here, or damaged."""


def decrypted(data: bytes, password: str) -> bytes:
    """Return an encrypted Office file without its password. Raises WrongPasswordError and UnknownEncryptionError."""
    plain = BytesIO()
    try:
        _with_key(data, password).decrypt(plain)
    except WrongPasswordError:
        raise
    except Exception as error:  # the library lets out whatever a damaged file makes happen in it
        raise UnknownEncryptionError from error
    return plain.getvalue()


def _with_key(data: bytes, password: str) -> BaseOfficeFile:
    office = OfficeFile(BytesIO(data))
    try:
        if isinstance(office, OOXMLFile):
            office.load_key(password=password, verify_password=True)
        else:
            office.load_key(password=password)  # a binary file always verifies
    except InvalidKeyError as error:  # said of the verifier; said later, of the content, it would be a damaged file
        raise WrongPasswordError from error
    return office
