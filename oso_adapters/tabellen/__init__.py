"""What is derived from the declarations, or held against them."""
