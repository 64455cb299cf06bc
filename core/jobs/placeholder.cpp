// Stands in until the room has its sources.
