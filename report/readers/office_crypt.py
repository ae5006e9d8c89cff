"""Office encryption ([MS-OFFCRYPTO]: agile and standard packages, RC4 and RC4 CryptoAPI .doc), by msoffcrypto-tool.

The only module that touches that library, which has no types.
"""

from io import BytesIO

from msoffcrypto import OfficeFile
from msoffcrypto.exceptions import InvalidKeyError
from msoffcrypto.format.ooxml import OOXMLFile


class WrongPasswordError(Exception):
    """The password does not open the file."""


class UnknownEncryptionError(Exception):
    """The file is encrypted in a way that is not known here, or damaged."""


def decrypted(data: bytes, password: str) -> bytes:
    """Return an encrypted Office file without its password. Raises WrongPasswordError and UnknownEncryptionError."""
    plain = BytesIO()
    try:
        office = OfficeFile(BytesIO(data))
        if isinstance(office, OOXMLFile):
            office.load_key(password=password, verify_password=True)
        else:
            office.load_key(password=password)  # a binary file always verifies
        office.decrypt(plain)
    except InvalidKeyError as error:
        raise WrongPasswordError from error
    except Exception as error:  # the library lets out whatever a damaged file makes happen in it
        raise UnknownEncryptionError from error
    return plain.getvalue()
