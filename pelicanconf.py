"""What Pelican needs to know. The site's name, languages and policies stand in content/site.yaml."""

import dragoman

PATH = "content"
OUTPUT_PATH = "output"
TIMEZONE = "UTC"

PLUGINS = ["dragoman"]
DRAGOMAN = {}  # the plugin does nothing where this is missing
THEME = dragoman.theme_path()
THEME_TEMPLATES_OVERRIDES = []  # a folder with templates of your own, to be used in place of the theme's

ARTICLE_PATHS = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
