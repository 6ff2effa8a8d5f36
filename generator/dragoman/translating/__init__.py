"""Keeping translations: which texts lack one or have outlived it, stamping them, and exchange with translators.

Knows content and its files; nothing of the command line, nor of how anything is shown.
"""
