"""Telephone numbers and business ids as digits, so that every spelling of one is found."""

import re


def national(number: str) -> str:
    """Return the digits of a telephone number as dialled within Finland: "+358 14 000 1234" is 0140001234."""
    digits = re.sub(r"\D", "", number)
    if number.strip().startswith("+358"):
        return "0" + digits[3:].removeprefix("0")
    if digits.startswith("00358"):
        return "0" + digits[5:].removeprefix("0")
    return digits


def business_digits(business_id: str) -> str:
    """Return the digits of a business id: "1234567-1" is 12345671."""
    return re.sub(r"\D", "", business_id)
