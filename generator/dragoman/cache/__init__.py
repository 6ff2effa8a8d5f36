"""What is remembered from one run to the next. It can cost time, never correctness: whatever is not as it should be
(damaged, of another version, of another machine) counts as not there.

Nothing is ever unpickled, and nothing lies inside a site's own folder, so that no checkout brings its own memories.
"""
