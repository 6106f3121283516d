"""Stage six: tell operators what broke and what works again, once each; and once a day that all is well."""
