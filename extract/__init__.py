"""From published bytes to structured records: reading, layout, fields, storage."""
