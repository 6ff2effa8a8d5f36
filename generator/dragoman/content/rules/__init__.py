"""The rules: one module each, named like the rule; ``registry`` finds them, ``rule`` says what one is."""
