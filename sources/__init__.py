"""WHERE news is and HOW a page is read.

Pure: bytes in, values out. Nothing here touches the network, the clock or the
disk (its own catalogue files aside), and nothing of ours is imported.
"""
