"""Labelled fields: «□ 일 시 : …», pictures that stand for a label, tables of a change, the look of a row."""
