"""All tables of open data, by name: what is published about anything."""

from __future__ import annotations

from .columns import Table
from .events import EVENTS
from .listings import LISTINGS
from .organisers import ORGANISERS
from .places import MUNICIPALITIES
from .prices import COSTS, PRICES
from .providers import LOCATIONS, PROVIDERS
from .registers import REGISTERS
from .rules import ADD_ONS, SHARES, VALUES, VARIANTS
from .services import SERVICES
from .vouchers import VOUCHERS

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        *(PROVIDERS, LOCATIONS, LISTINGS, PRICES, COSTS),
        *(VOUCHERS, VARIANTS, VALUES, SHARES, ADD_ONS),
        *(EVENTS, ORGANISERS, REGISTERS, SERVICES, MUNICIPALITIES),
    )
}
