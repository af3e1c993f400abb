package org.crossface.server.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** Listens at one address on behalf of several nodes. */
final class Balancer implements AutoCloseable {

    private final Tomcat tomcat;
    private final HealthChecks checks;
    private final ExecutorService threads;

    private Balancer(Tomcat tomcat, HealthChecks checks, ExecutorService threads) {
        this.tomcat = tomcat;
        this.checks = checks;
        this.threads = threads;
    }

    /** Call it before the first HTTP client of the process is created, which reads this once. */
    static void prepare() {
        // Shorter than the time that a node keeps an idle connection: a connection that the node closes meanwhile would
        // look like a failed request.
        System.setProperty("jdk.httpclient.keepalive.timeout", "10");
    }

    /**
     * Starts listening.
     *
     * @param address to listen at, such as {@code 127.0.0.1}
     * @param port 0 for a free one
     * @param work a directory for files of the web server
     * @throws IllegalStateException if it cannot listen there
     */
    static Balancer start(String address, int port, List<Target> targets, Path work) {
        prepare();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Tomcat tomcat = new Tomcat();
        try {
            tomcat.setBaseDir(Files.createDirectories(work).toString());
            Connector connector = new Connector();
            connector.setPort(port);
            connector.setProperty("address", address);
            connector.setThrowOnFailure(true);
            connector.getProtocolHandler().setExecutor(threads);
            tomcat.setConnector(connector);
            Context context = tomcat.addContext("", work.toString());
            Wrapper servlet = Tomcat.addServlet(context, "balancer", new BalancerServlet(new Targets(targets)));
            servlet.setAsyncSupported(false);
            context.addServletMappingDecoded("/*", "balancer");
            tomcat.start();
        } catch (IOException | LifecycleException e) {
            throw new IllegalStateException("Cannot listen at " + address + ":" + port + ": " + e.getMessage(), e);
        }
        return new Balancer(tomcat, new HealthChecks(targets), threads);
    }

    /** The port that it listens at. */
    int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public void close() {
        checks.close();
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException("Cannot stop the balancer", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
