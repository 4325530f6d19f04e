"""What an offer is worth, year by year: `table.worth_of` is the door, `shapes` what comes out of it."""
