"""Official lists of the social economy (public data portal, CSV) brought into the register.

reading   bytes → bodies and complaints by line; knows encodings and the headers that ministries use. Pure.
matching  bodies → the bodies of the register, or none where it is not sure; people overrule
load      both, and the store, in one transaction of the caller's
relate    the matching again, whenever the register changed
"""

from __future__ import annotations

from pipelines.merge.official.loading import Load, load, relate
from pipelines.merge.official.reading import ListError, Reading, read_list

__all__ = ["ListError", "Load", "Reading", "load", "read_list", "relate"]
