/// Where the program begins: SwiftPM calls an executable's `main` by the target's name.
int fuzz_main(int argc, char **argv);
