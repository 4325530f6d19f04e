"""What an employer answered, read from a person's words: how they answered, and each term as it now is."""
