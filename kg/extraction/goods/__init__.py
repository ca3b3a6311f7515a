"""What is bought, given or delivered, and how many of it?"""
