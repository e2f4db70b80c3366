// Loaded into Azurite's process by tests/Journal.Testing/Azurite.cs: it ends, as after SIGINT and with its data saved,
// when its standard input does. So it is stopped the same way everywhere, and never outlives the tests that started it.
process.stdin.on('end', () => {
  process.emit('SIGINT');
  setTimeout(() => process.exit(), 5000);
}).resume();
