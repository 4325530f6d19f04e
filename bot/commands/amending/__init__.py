"""Short lines about the offer at hand, read: what they put right, take out, answer or take back."""
