import java.io.File;
import java.util.List;
import org.omegat.core.Core;
import org.omegat.core.data.NotLoadedProject;
import org.omegat.core.data.ProjectProperties;
import org.omegat.gui.glossary.GlossaryEntry;
import org.omegat.gui.glossary.GlossaryReaderCSV;
import org.omegat.gui.glossary.GlossaryReaderTBX;
import org.omegat.gui.glossary.GlossaryReaderTSV;
import org.omegat.util.Language;

/** Reads a glossary with OmegaT's own readers, in a project from vi to en, and prints
 *  source, target and comment of each entry with tabs between. */
public class OmegaTGlossary {
  static class Properties extends ProjectProperties {
    Properties() throws Exception { super(new File(System.getProperty("java.io.tmpdir"))); }
    @Override public Language getSourceLanguage() { return new Language("vi"); }
    @Override public Language getTargetLanguage() { return new Language("en"); }
  }

  static List<GlossaryEntry> read(File file) throws Exception {
    if (file.getName().endsWith(".tbx")) return GlossaryReaderTBX.read(file, false);
    if (file.getName().endsWith(".csv")) return GlossaryReaderCSV.read(file, false);
    return GlossaryReaderTSV.read(file, false);
  }

  public static void main(String[] arguments) throws Exception {
    Properties properties = new Properties();
    Core.setProject(new NotLoadedProject() {
      @Override public ProjectProperties getProjectProperties() { return properties; }
    });
    for (GlossaryEntry entry : read(new File(arguments[0])))
      System.out.println(entry.getSrcText() + "\t" + entry.getLocText() + "\t"
                         + entry.getCommentText().replace("\n", " "));
  }
}
