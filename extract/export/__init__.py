"""The archive as files for other programs: Parquet, CSV, JSON Lines and a Data Package."""
