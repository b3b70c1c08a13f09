"""The year judged. The room stands ready; its models come with the yearly evaluations."""
