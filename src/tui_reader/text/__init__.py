"""What every floor needs of a string: the gate, folding, graphemes, sentences. Imports nothing of ours."""
