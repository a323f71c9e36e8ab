// Preloaded into the server: when the command that started it is killed without a chance to stop it, it stops itself.
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref(); // listening must not keep the server alive
}
