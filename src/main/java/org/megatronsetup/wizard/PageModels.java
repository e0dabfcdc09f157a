package org.megatronsetup.wizard;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.megatronsetup.wizard.done.DoneModel;
import org.megatronsetup.wizard.environment.EnvironmentModel;
import org.megatronsetup.wizard.flow.Draft;
import org.megatronsetup.wizard.flow.Findings;
import org.megatronsetup.wizard.flow.Page;
import org.megatronsetup.wizard.flow.PageModel;
import org.megatronsetup.wizard.flow.Planning;
import org.megatronsetup.wizard.install.InstallModel;
import org.megatronsetup.wizard.install.RunLog;
import org.megatronsetup.wizard.kit.Kit;
import org.megatronsetup.wizard.preflight.PreflightModel;
import org.megatronsetup.wizard.release.ReleaseModel;
import org.megatronsetup.wizard.review.ReviewModel;
import org.megatronsetup.wizard.target.TargetModel;
import org.megatronsetup.wizard.validation.ValidationModel;

/** The model of each page, over one draft and what was found out about it. */
final class PageModels {
  final Draft draft = new Draft();
  final Findings findings = new Findings();
  final RunLog log = new RunLog();
  final TargetModel target;
  final PreflightModel preflight;
  final ReleaseModel release;
  final EnvironmentModel environment;
  final ReviewModel review;
  final InstallModel install;
  final ValidationModel validation;
  final DoneModel done;

  /**
   * @param dismiss takes back the question that is open
   */
  PageModels(Kit kit, WizardServices services, Desktop desktop, Runnable dismiss) {
    Planning planning = new Planning(kit, draft, findings);
    target =
        new TargetModel(
            desktop.computer(),
            kit,
            draft.target(),
            services.machines(),
            () -> Optional.of(draft.release().release()),
            dismiss);
    preflight = new PreflightModel(kit, draft, findings);
    release = new ReleaseModel(kit, draft, findings);
    environment = new EnvironmentModel(kit, draft, findings, planning);
    review = new ReviewModel(kit, draft, findings, planning, services.equivalentCommand());
    install = new InstallModel(kit, draft, findings, log);
    validation = new ValidationModel(kit, draft, findings, planning);
    done = new DoneModel(kit, draft.target(), findings);
  }

  Map<Page, PageModel> byPage() {
    Map<Page, PageModel> models = new EnumMap<>(Page.class);
    models.put(Page.TARGET, target);
    models.put(Page.PREFLIGHT, preflight);
    models.put(Page.RELEASE, release);
    models.put(Page.ENVIRONMENT, environment);
    models.put(Page.REVIEW, review);
    models.put(Page.INSTALL, install);
    models.put(Page.VALIDATE, validation);
    models.put(Page.DONE, done);
    return models;
  }
}
