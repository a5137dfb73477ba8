"""The program as something to install: frozen with its Python, listed, licensed, and put into an installer for each desk."""
