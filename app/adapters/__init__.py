"""Well-kept libraries behind the ports of services: holidays, pinyin, the places of the machine."""
