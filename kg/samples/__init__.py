"""Where are the sample stories that travel with the program?

Fifteen stories about public facts, written for this project, with pages of several layouts around them.
"""

from pathlib import Path

FOLDER = Path(__file__).parent
"""The folder with the stories, one .txt file each."""
