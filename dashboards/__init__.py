"""WHAT PEOPLE SEE: pages made from the published file alone, and the server that shows them."""
