"""Where Pelican looks for the plugin `dragoman`."""

from dragoman.pelican_plugin import register as register
