package rashomon.model;

import org.jspecify.annotations.Nullable;

/** The words that give an answer, with the statement or the figure they belong to, if any. */
public record Evidence(
    ReportId report, Span span, @Nullable StatementId statement, @Nullable FigureId figure) {}
