"""Sample reports with gold records, the council register, and the scripts that make them."""
