"""The pages of merit: awards and titles, Party badges."""
