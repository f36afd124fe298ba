package rashomon.compare;

import java.util.List;
import rashomon.model.Point;
import rashomon.model.Story;

/**
 * Finds the points of one kind in a story. A pure function; the ids of its points are given anew
 * afterwards.
 */
interface PointFinder {

  List<Point> find(Story story);
}
