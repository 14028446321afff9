"""Three days of work of a network, by those who do it: each file is what one of them does."""
