package org.megatronsetup.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/**
 * Turns Ctrl-C into an interrupt of one thread for as long as it is open.
 *
 * <p>A shutdown hook could not tell Ctrl-C, which cancels an install, from the end of the session,
 * which must not. Only {@code sun.misc.Signal} can; it is reached by reflection because the
 * compiler warns of it in a way that nothing silences, and does without where a Java runtime lacks
 * it.
 */
final class Interrupts implements AutoCloseable {
  private final Object before;

  private Interrupts(Object before) {
    this.before = before;
  }

  static Interrupts interrupting(Thread thread) {
    InvocationHandler handler =
        (_, method, arguments) -> {
          if (method.getName().equals("handle")) {
            thread.interrupt();
            return null;
          }
          return method.invoke(thread, arguments);
        };
    try {
      return new Interrupts(
          handle(
              Proxy.newProxyInstance(
                  Interrupts.class.getClassLoader(), new Class<?>[] {handlerType()}, handler)));
    } catch (ReflectiveOperationException e) {
      return new Interrupts(null);
    }
  }

  @Override
  public void close() {
    if (before != null) {
      try {
        handle(before);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static Object handle(Object handler) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Object interrupt = signal.getConstructor(String.class).newInstance("INT");
    return signal.getMethod("handle", signal, handlerType()).invoke(null, interrupt, handler);
  }

  private static Class<?> handlerType() throws ClassNotFoundException {
    return Class.forName("sun.misc.SignalHandler");
  }
}
