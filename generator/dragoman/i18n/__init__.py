"""Languages: formats, names, sorting and the words of the interface, as pure functions of a language tag.

Knows CLDR (through Babel); knows neither which languages a site has nor any "current" one.
"""
