"""What the two commands do; standard library alone, since nothing is installed yet when this runs."""
