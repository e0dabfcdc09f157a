import platform, sys; sys.exit(sys.prefix == sys.base_prefix or not (platform.python_version() + ".").startswith(sys.argv[1] + "."))
